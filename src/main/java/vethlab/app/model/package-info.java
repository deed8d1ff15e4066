/**
 * What the panes show, as values and small models without JavaFX controls; tested without a
 * toolkit.
 */
package vethlab.app.model;
