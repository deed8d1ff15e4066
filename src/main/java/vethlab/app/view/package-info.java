/** The panes of the window. Start at {@link vethlab.app.view.MainView}; each pane is a class. */
package vethlab.app.view;
