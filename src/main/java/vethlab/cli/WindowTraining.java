package vethlab.cli;

/** What the window's AOT cache is made from: the command line is read, then the window is used. */
final class WindowTraining {
  private WindowTraining() {}

  public static void main(String[] args) throws InterruptedException {
    VethlabCommand.commandLine("open").parseArgs("open");
    vethlab.app.Training.main(args);
  }
}
