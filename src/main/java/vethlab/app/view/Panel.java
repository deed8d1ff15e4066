package vethlab.app.view;

/** What stands around the canvas and can be hidden. */
public enum Panel {
  LEFT,
  RIGHT,
  BELOW
}
