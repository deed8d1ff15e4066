/**
 * The canvas: drawing a {@link vethlab.app.scene.Scene} with a {@link vethlab.app.canvas.Pen} (on
 * the screen or into an SVG file), and hitting, dragging and connecting what is on it. Start at
 * {@code CanvasView}; each gesture is a small class under {@code Gesture}.
 */
package vethlab.app.canvas;
