/**
 * The command conntrack of conntrack-tools 1.4.7: start at {@link
 * vethlab.shell.conntrack.ConntrackCommand}. Not modelled: making and changing entries ({@code -I},
 * {@code -A}, {@code -U}), events ({@code -E}), statistics ({@code -S}), XML, labels and
 * expectations, of which there are none.
 */
package vethlab.shell.conntrack;
