package vethlab.app.view;

/** Small pictures as SVG paths on a 20 × 20 field. */
final class Icons {
  static final String SELECT = "M5 2 L5 16 L8.6 12.6 L11 18 L13 17 L10.6 11.8 L15.5 11.5 Z";
  static final String NAMESPACE =
      "M4 3 H16 A2 2 0 0 1 18 5 V15 A2 2 0 0 1 16 17 H4 A2 2 0 0 1 2 15 V5 A2 2 0 0 1 4 3 Z"
          + " M4 4.5 A.5 .5 0 0 0 3.5 5 V7 H16.5 V5 A.5 .5 0 0 0 16 4.5 Z"
          + " M3.5 8.5 V15 A.5 .5 0 0 0 4 15.5 H16 A.5 .5 0 0 0 16.5 15 V8.5 Z";
  static final String BRIDGE =
      "M1 11 H19 V12.6 H1 Z M3.2 6 H4.8 V11 H3.2 Z M7.3 6 H8.9 V11 H7.3 Z M11.1 6 H12.7 V11 H11.1 Z"
          + " M15.2 6 H16.8 V11 H15.2 Z";
  static final String LINK =
      "M2 14 H6 V18 H2 Z M14 2 H18 V6 H14 Z M5.4 13.5 L13.5 5.4 L14.6 6.5 L6.5 14.6 Z";
  static final String CLOUD =
      "M6 16 A4.2 4.2 0 0 1 5.2 7.7 A5.2 5.2 0 0 1 15 7.2 A4.4 4.4 0 0 1 14.6 16 Z"
          + " M6 14.5 H14.5 A2.9 2.9 0 0 0 14.4 8.7 L13.8 8.6 L13.6 8 A3.7 3.7 0 0 0 6.7 8.4"
          + " L6.5 9.1 L5.8 9.1 A2.7 2.7 0 0 0 6 14.5 Z";
  static final String MORE =
      "M9.2 3 H10.8 V9 L16 14.2 L15 15.4 L10.8 11.3 V17 H9.2 V11.3 L5 15.4 L4 14.2 L9.2 9 Z";
  static final String NOTE = "M3 3 H17 V12 L12 17 H3 Z M4.5 4.5 V15.5 H11 V11 H15.5 V4.5 Z";
  static final String FIRST = "M3 4 H4.8 V16 H3 Z M15.5 4 V16 L6 10 Z";
  static final String BACK = "M14 4 V16 L5 10 Z";
  static final String PLAY = "M5.5 3.5 V16.5 L16 10 Z";
  static final String PAUSE = "M5 4 H8.4 V16 H5 Z M11.6 4 H15 V16 H11.6 Z";
  static final String NEXT = "M6 4 V16 L15 10 Z";
  static final String LAST = "M4.5 4 V16 L14 10 Z M15.2 4 H17 V16 H15.2 Z";
  static final String UNDO =
      "M7.5 4 L3 8.5 L7.5 13 V9.6 H12 A3.2 3.2 0 0 1 12 16 H8 V17.6 H12 A4.8 4.8 0 0 0 12 8 H7.5 Z";
  static final String REDO =
      "M12.5 4 L17 8.5 L12.5 13 V9.6 H8 A3.2 3.2 0 0 0 8 16 H12 V17.6 H8 A4.8 4.8 0 0 1 8 8 H12.5"
          + " Z";
  static final String THEME =
      "M10 2 A8 8 0 1 0 10 18 A8 8 0 1 0 10 2 Z M10 3.6 A6.4 6.4 0 0 0 10 16.4 Z";
  static final String PLUS = "M9.2 4 H10.8 V9.2 H16 V10.8 H10.8 V16 H9.2 V10.8 H4 V9.2 H9.2 Z";
  static final String HOME = "M10 2.5 L18 9.5 H15.6 V17 H11.6 V12 H8.4 V17 H4.4 V9.5 H2 Z";

  static final String WIDEN = "M7 5 L2 10 L7 15 V11 H13 V15 L18 10 L13 5 V9 H7 Z";

  private Icons() {}
}
