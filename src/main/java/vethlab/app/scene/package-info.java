/**
 * What the canvas shows, as values without JavaFX: boxes for namespaces, ports on their borders,
 * devices inside, lines between. Start at {@link vethlab.app.scene.SceneBuilder}.
 */
package vethlab.app.scene;
