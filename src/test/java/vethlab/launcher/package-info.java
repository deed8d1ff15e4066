/** {@code ./vethlab} itself, with a Java and a Maven that only say how they were called. */
package vethlab.launcher;
