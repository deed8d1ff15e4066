package vethlab.app.view;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import vethlab.lab.lesson.Prose;
import vethlab.lab.lesson.Span;

/** What a lesson says, as text that wraps. */
final class ProseView {
  private ProseView() {}

  static Node of(Prose prose) {
    return switch (prose) {
      case Prose.Paragraph paragraph -> flow(paragraph.spans());
      case Prose.Heading heading -> flow(List.of(new Span.Strong(heading.spans())));
      case Prose.Items items -> items(items);
      case Prose.Quote quote -> {
        VBox box = column(quote.inside());
        box.getStyleClass().add("prose-quote");
        yield box;
      }
      case Prose.Listing listing -> listing(listing.text());
      case Prose.Rule rule -> {
        Region line = new Region();
        line.getStyleClass().add("prose-rule");
        yield line;
      }
    };
  }

  static VBox column(List<Prose> all) {
    VBox box = new VBox(6);
    all.forEach(each -> box.getChildren().add(of(each)));
    return box;
  }

  static Node listing(String text) {
    var label = Parts.wrapped(text.stripTrailing(), "mono", "prose-listing");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private static Node items(Prose.Items items) {
    VBox list = new VBox(4);
    for (int i = 0; i < items.items().size(); i++) {
      String mark =
          items.first().isPresent()
              ? String.format(Locale.ROOT, "%d.", items.first().getAsInt() + i)
              : "•";
      var number = Parts.text(mark, "second");
      number.setMinWidth(16);
      VBox inside = column(items.items().get(i));
      HBox.setHgrow(inside, Priority.ALWAYS);
      list.getChildren().add(new HBox(4, number, inside));
    }
    return list;
  }

  static TextFlow flow(List<Span> spans) {
    TextFlow flow = new TextFlow();
    flow.setLineSpacing(2);
    flow.setMinWidth(0);
    add(flow, spans, "prose");
    return flow;
  }

  private static void add(TextFlow flow, List<Span> spans, String... styles) {
    for (Span span : spans) {
      switch (span) {
        case Span.Plain plain -> flow.getChildren().add(text(plain.text(), styles));
        case Span.Code code ->
            flow.getChildren().add(text(code.text(), with(styles, "prose-code")));
        case Span.Emphasis e -> add(flow, e.spans(), with(styles, "prose-emphasis"));
        case Span.Strong s -> add(flow, s.spans(), with(styles, "prose-strong"));
        case Span.Link link -> add(flow, link.spans(), with(styles, "prose-link"));
        case Span.Break end -> flow.getChildren().add(text("\n", styles));
      }
    }
  }

  private static String[] with(String[] styles, String more) {
    String[] all = java.util.Arrays.copyOf(styles, styles.length + 1);
    all[styles.length] = more;
    return all;
  }

  private static Text text(String content, String... styles) {
    Text text = new Text(content);
    text.getStyleClass().addAll(List.of(styles));
    return text;
  }
}
