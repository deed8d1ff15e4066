package vethlab.shell.conntrack;

/** What is to be done. */
enum Verb {
  NONE,
  LIST,
  GET,
  DELETE,
  CREATE,
  ADD,
  UPDATE,
  EVENTS,
  FLUSH,
  COUNT,
  STATISTICS,
  HELP,
  VERSION
}
