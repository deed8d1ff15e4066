package vethlab.shell.tcpdump;

/** How much tcpdump says, and how. */
record Style(
    int verbosity,
    boolean quiet,
    boolean absolute,
    boolean checksums,
    boolean linkHeader,
    Names names,
    Conversations conversations) {

  static Style of(TcpdumpOptions options, Names names, Conversations conversations) {
    return new Style(
        options.verbosity(),
        options.has('q'),
        options.has('S'),
        !options.has('K'),
        options.has('e'),
        names,
        conversations);
  }
}
