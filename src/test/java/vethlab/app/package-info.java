/** The window, driven by real gestures on JavaFX's headless platform. */
package vethlab.app;
