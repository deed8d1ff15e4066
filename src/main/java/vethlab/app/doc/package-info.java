/**
 * The document: a running network with its timeline, the places of things, the terminals, and what
 * can be undone. Start at {@link vethlab.app.doc.Document}. Gestures become Ops in {@link
 * vethlab.app.doc.Edits}. No JavaFX here.
 */
package vethlab.app.doc;
