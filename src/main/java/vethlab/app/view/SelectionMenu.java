package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import vethlab.app.Actions;
import vethlab.app.Studio;

/** What can be done with what is chosen, and nothing else. */
final class SelectionMenu extends ContextMenu {
  private final Studio studio;

  SelectionMenu(Studio studio, Actions actions) {
    this.studio = studio;
    for (List<String> group : groups()) {
      if (!getItems().isEmpty()) {
        getItems().add(new SeparatorMenuItem());
      }
      group.forEach(id -> getItems().add(item(actions.get(id))));
    }
  }

  private List<List<String>> groups() {
    int chosen = studio.selection().size();
    int namespaces = studio.chosenNamespaces().size();
    if (chosen == 0) {
      return List.of(List.of("paste", "select-all"), List.of("zoom-all", "arrange"));
    }
    List<List<String>> groups = new ArrayList<>();
    if (chosen == 1) {
      groups.add(
          namespaces == 1
              ? List.of("rename", "toggle-open", "terminal")
              : List.of("rename", "terminal"));
    }
    if (chosen == 2) {
      groups.add(List.of("connect"));
    }
    if (namespaces == 2) {
      groups.add(List.of("ping", "traceroute", "probe-tcp", "probe-udp"));
    }
    groups.add(List.of("cut", "copy", "paste", "duplicate"));
    if (chosen > 1) {
      groups.add(List.of("align-left", "align-top", "spread"));
    }
    groups.add(List.of("delete"));
    return groups;
  }

  private static MenuItem item(Actions.Action action) {
    MenuItem item = new MenuItem(action.title());
    item.setId("menu-" + action.id());
    item.setOnAction(e -> action.run().run());
    action.key().ifPresent(item::setAccelerator);
    return item;
  }
}
