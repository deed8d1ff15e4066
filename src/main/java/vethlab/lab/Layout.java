package vethlab.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where things stand on the canvas: layout.yaml. Names are those of namespaces ({@code ns1}),
 * devices inside them ({@code host/br0}) and notes ({@code note:1}). Safe to lose.
 *
 * @param places in canvas units (1 unit = 1 px at 100 %), top left corner; devices relative to
 *     their namespace
 */
public record Layout(Map<String, Place> places) {
  public static final Layout EMPTY = new Layout(Map.of());

  /**
   * @param width 0: as large as its content needs
   */
  public record Place(double x, double y, double width, double height) {
    public static Place at(double x, double y) {
      return new Place(x, y, 0, 0);
    }

    public Place moved(double dx, double dy) {
      return new Place(x + dx, y + dy, width, height);
    }
  }

  public Optional<Place> of(String name) {
    return Optional.ofNullable(places.get(name));
  }

  public Layout with(String name, Place place) {
    Map<String, Place> changed = new LinkedHashMap<>(places);
    changed.put(name, place);
    return new Layout(changed);
  }

  public Layout without(String name) {
    Map<String, Place> changed = new LinkedHashMap<>(places);
    changed.remove(name);
    return new Layout(changed);
  }
}
