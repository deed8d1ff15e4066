/**
 * The window. Rooms: scene (what the canvas shows, as values without JavaFX), canvas (drawing and
 * hitting it). Nothing below this room knows JavaFX.
 */
package vethlab.app;
