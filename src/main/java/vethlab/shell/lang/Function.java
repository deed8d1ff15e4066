package vethlab.shell.lang;

/** A function: its code, and its text as {@code type} shows it. */
record Function(String name, Code code, String text) {}
