package vethlab.app.view;

import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.doc.Problem;

/** What will not work, why, and the button that repairs it. */
final class ProblemCard extends VBox {
  /**
   * @param repaired what happens beside once the button was pressed
   */
  ProblemCard(Studio studio, Problem problem, Runnable repaired) {
    getStyleClass().add("problem");
    Object[] arguments = problem.arguments().toArray();
    String why = studio.words().get("problem." + problem.key() + ".why", arguments);
    getChildren()
        .addAll(
            Parts.wrapped("▲ " + studio.title(problem), "title-line"), Parts.wrapped(why, "small"));
    if (problem.fix().isPresent()) {
      Runnable repair =
          () -> {
            repaired.run();
            studio.fix(problem);
          };
      getChildren().add(Parts.button(studio.fixText(problem), repair, "plain"));
    }
  }
}
