/**
 * The lesson of a lab: walkthrough.md and its translations as values. Start at {@link
 * vethlab.lab.lesson.Walkthrough}, which reads a folder; {@link vethlab.lab.lesson.Block} lists
 * what a lesson is made of. HTML and images in Markdown are not read.
 */
package vethlab.lab.lesson;
