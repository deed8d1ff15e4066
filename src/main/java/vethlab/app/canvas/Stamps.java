package vethlab.app.canvas;

/** What packets are put on. */
interface Stamps {
  /** Puts a sprite with its middle at a point of the view, in pixels of the window. */
  void put(Sprites.Sprite sprite, double x, double y);
}
