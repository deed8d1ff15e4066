package vethlab.app.canvas;

import java.util.Set;
import vethlab.app.scene.Item;
import vethlab.app.theme.Theme;
import vethlab.op.Ns;

/**
 * How a scene is to be shown now.
 *
 * @param selected outlined in the accent
 * @param hidden not drawn: they are being dragged and drawn elsewhere
 * @param problems namespaces with a triangle in their head
 * @param broken namespaces where a problem is an error
 */
public record Decor(
    Theme theme, Set<Item> selected, Set<Ns> hidden, Set<Ns> problems, Set<Ns> broken) {
  public static Decor plain(Theme theme) {
    return new Decor(theme, Set.of(), Set.of(), Set.of(), Set.of());
  }
}
