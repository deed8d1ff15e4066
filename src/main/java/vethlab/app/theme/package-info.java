/**
 * How it looks: {@link vethlab.app.theme.Theme} holds every colour, once; the canvas and the
 * stylesheets take them from there.
 */
package vethlab.app.theme;
