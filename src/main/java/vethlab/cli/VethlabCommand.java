package vethlab.cli;

import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command: what {@code vethlab --help} shows, and the list of verbs. */
@Command(
    name = "vethlab",
    description = "Draw a Linux network, watch every packet cross it and see why.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "VERB")
public final class VethlabCommand implements Runnable {
  /** Every verb, in the order of {@code --help}. */
  private static final List<Class<?>> VERBS =
      List.of(
          OpenCommand.class,
          ExportCommand.class,
          ImportCommand.class,
          RunCommand.class,
          ShellCommand.class,
          ValidateCommand.class,
          PlanCommand.class,
          DeployCommand.class,
          DestroyCommand.class,
          StatusCommand.class,
          VerifyCommand.class,
          TestCommand.class,
          DoctorCommand.class,
          FuzzCommand.class,
          GenerateCompletion.class);

  @Spec private CommandSpec spec;

  static CommandLine commandLine() {
    return commandLine(VERBS);
  }

  /** For these words: where they begin with a verb the others are not looked at, to be quick. */
  static CommandLine commandLine(String... args) {
    return commandLine(
        VERBS.stream()
            .filter(verb -> verb != GenerateCompletion.class)
            .filter(verb -> args.length > 0 && name(verb).equals(args[0]))
            .<List<Class<?>>>map(List::of)
            .findFirst()
            .orElse(VERBS));
  }

  private static String name(Class<?> verb) {
    return verb.getAnnotation(Command.class).name();
  }

  private static CommandLine commandLine(List<Class<?>> verbs) {
    CommandLine line = new CommandLine(new VethlabCommand());
    verbs.forEach(line::addSubcommand);
    return line.setParameterExceptionHandler(VethlabCommand::refuse)
        .setExecutionExceptionHandler(VethlabCommand::explain)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** A wrong command line gets a sentence, not the whole help. */
  private static int refuse(ParameterException e, String[] args) {
    CommandLine verb = e.getCommandLine();
    verb.getErr().println("vethlab: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, verb.getErr());
    verb.getErr().println("See '" + verb.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCodes.USAGE;
  }

  /** A {@link Failure} is a sentence for the user; anything else is a mistake of ours. */
  private static int explain(Exception e, CommandLine verb, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof Failure failure) {
      verb.getErr().println("vethlab: " + failure.getMessage());
      return failure.exitCode();
    }
    throw e;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which verb?");
  }
}
