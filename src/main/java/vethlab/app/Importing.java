package vethlab.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import vethlab.lab.observe.MachineImport;
import vethlab.lab.observe.Photograph;
import vethlab.linux.netns.NetnsSearch;
import vethlab.linux.netns.NetnsSearch.Found;

/**
 * Finds this machine's network namespaces and photographs those that are chosen, beside the
 * window's thread. Reads only.
 */
public final class Importing {
  /** A network as it was photographed: its lab's text, and what was left out or made up. */
  public record Picture(Photograph.Taken taken, String text, List<String> remarks) {}

  private static final String NAME = "machine";

  /** Looking into another's namespace changes the thread's own: so each task has a thread. */
  private static final Executor BESIDE =
      task -> Thread.ofPlatform().name("import").daemon().start(task);

  private Importing() {}

  /** The machine itself first. */
  public static CompletableFuture<List<Found>> search() {
    return beside(() -> {
      List<Found> all = new ArrayList<>(List.of(MachineImport.HOST));
      all.addAll(NetnsSearch.all(Path.of("/")));
      return all;
    });
  }

  public static CompletableFuture<Picture> photograph(List<Found> chosen) {
    return beside(() -> {
      Photograph.Taken taken = MachineImport.photograph(chosen, NAME);
      List<String> remarks = MachineImport.remarks(taken);
      return new Picture(taken, MachineImport.text(taken, remarks), remarks);
    });
  }

  private static <T> CompletableFuture<T> beside(Callable<T> task) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return task.call();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        BESIDE);
  }

  /** Why it failed, as a sentence. */
  public static String why(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    boolean told = cause instanceof IOException && cause.getMessage() != null;
    return told ? cause.getMessage() : String.valueOf(cause);
  }
}
