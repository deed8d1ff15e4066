/**
 * What outlives the window: labs written to disk, drafts that survive a crash, labs opened lately,
 * how the window was arranged, and a drawing exported for other programs. No JavaFX here.
 */
package vethlab.app.file;
