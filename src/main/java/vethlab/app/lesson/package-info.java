/**
 * A lesson being played on a document, for the window and the terminal alike. Start at {@link
 * vethlab.app.lesson.LessonRun}. No JavaFX here.
 */
package vethlab.app.lesson;
