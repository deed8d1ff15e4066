package vethlab.cli;

/** Where the JVM starts. It must not extend JavaFX's Application: that would load the toolkit. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs one command line; answers its exit code. */
  static int execute(String... args) {
    if (args.length == 1 && args[0].equals("--version")) {
      System.out.println(Version.text());
      return ExitCodes.OK;
    }
    return VethlabCommand.commandLine(args).execute(args);
  }
}
