package vethlab.app.view;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import vethlab.app.Actions;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.model.BreakpointText;
import vethlab.sim.timeline.Breakpoint;

/** Where a run stops: drops, NAT, the filter, and what was set elsewhere. */
final class BreakpointMenu extends MenuButton {
  private static final Breakpoint DROP = new Breakpoint.AtDrop();
  private static final Breakpoint NAT = new Breakpoint.AtNat();

  private final Studio studio;
  private final Actions actions;
  private List<Breakpoint> shown = List.of(DROP);

  BreakpointMenu(Studio studio, Actions actions) {
    this.studio = studio;
    this.actions = actions;
    setId("breakpoints");
    getStyleClass().addAll("plain", "breakpoints");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip(studio.words().get("break.title")));
    setAccessibleText(studio.words().get("break.title"));
    setOnShowing(e -> fill());
  }

  void show(List<Breakpoint> set) {
    if (!set.equals(shown)) {
      shown = List.copyOf(set);
      setText(set.isEmpty() ? "○" : "● " + set.size());
      fill();
    }
  }

  private void fill() {
    Words words = studio.words();
    BreakpointText text = new BreakpointText(words);
    getItems().setAll(check(text.of(DROP), DROP), check(text.of(NAT), NAT));
    studio
        .filter()
        .ifPresent(filter -> {
          Breakpoint at = new Breakpoint.AtFilter(filter);
          if (shown.stream().noneMatch(b -> text.of(b).equals(text.of(at)))) {
            getItems().add(check(text.of(at), at));
          }
        });
    getItems()
        .add(action(words.get("break.selection") + "   Ctrl F8", actions.get("breakpoint").run()));
    List<Breakpoint> others =
        shown.stream().filter(b -> !b.equals(DROP) && !b.equals(NAT)).toList();
    if (!others.isEmpty()) {
      getItems().add(new SeparatorMenuItem());
      others.forEach(each -> getItems().add(check(text.of(each), each)));
    }
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            action(words.get("break.continue") + "   F9", actions.get("continue").run()),
            action(words.get("break.clear"), this::clear));
  }

  private void clear() {
    studio.doc().timeline().breakpoints().clear();
    studio.tell(Studio.News.PLAYER);
  }

  private MenuItem check(String title, Breakpoint at) {
    CheckMenuItem item = new CheckMenuItem(title);
    item.setMnemonicParsing(false);
    item.setSelected(shown.contains(at));
    item.setOnAction(e -> studio.toggleBreakpoint(at));
    return item;
  }

  private static MenuItem action(String title, Runnable run) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(e -> run.run());
    return item;
  }
}
