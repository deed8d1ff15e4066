package vethlab.op;

/** How {@code ip route} changes a table: its NLM_F_ flags. */
public enum RouteVerb {
  ADD,
  APPEND,
  PREPEND,
  REPLACE,
  CHANGE,
  DELETE
}
