package vethlab.app.doc;

/** What of a document has changed, for those who show it. */
public enum Change {
  /** Another run, or the whole document. */
  ALL,
  /** The network at this moment: by an edit, a command or by walking in time. */
  NETWORK,
  /** Places, notes, which namespaces are open. */
  LAYOUT,
  /** What a terminal shows. */
  TERMINALS,
  /** Whether it is saved, its name, what can be undone. */
  STATUS
}
