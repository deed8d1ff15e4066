package vethlab.app.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import vethlab.lab.Layout;
import vethlab.op.Op;

/**
 * What a gesture does: changes to the network, to the places of things and to notes.
 *
 * @param notes texts by name; an empty text removes the note
 */
public record Edit(List<Op> ops, UnaryOperator<Layout> move, Map<String, String> notes) {
  public static final Edit NOTHING = new Edit(List.of(), UnaryOperator.identity(), Map.of());

  public static Edit of(Op... ops) {
    return new Edit(List.of(ops), UnaryOperator.identity(), Map.of());
  }

  public static Edit of(List<Op> ops) {
    return new Edit(List.copyOf(ops), UnaryOperator.identity(), Map.of());
  }

  public static Edit moving(UnaryOperator<Layout> move) {
    return new Edit(List.of(), move, Map.of());
  }

  public static Edit note(String id, String text) {
    return new Edit(List.of(), UnaryOperator.identity(), Map.of(id, text));
  }

  /** This, and then the other. */
  public Edit and(Edit other) {
    List<Op> both = new ArrayList<>(ops);
    both.addAll(other.ops);
    Map<String, String> texts = new LinkedHashMap<>(notes);
    texts.putAll(other.notes);
    return new Edit(both, layout -> other.move.apply(move.apply(layout)), texts);
  }

  public Edit placing(String name, double x, double y) {
    return and(moving(layout -> layout.with(name, Layout.Place.at(x, y))));
  }

  /** As a person would type it. */
  public List<String> commands() {
    return OpText.of(ops);
  }
}
