package vethlab.app.model;

import vethlab.app.Words;
import vethlab.sim.timeline.Breakpoint;

/** A breakpoint in words. */
public final class BreakpointText {
  private final Words words;

  public BreakpointText(Words words) {
    this.words = words;
  }

  public String of(Breakpoint breakpoint) {
    return switch (breakpoint) {
      case Breakpoint.AtNode at -> words.get("break.node", at.ns());
      case Breakpoint.AtInterface at ->
          words.get(
              "break.interface-" + at.direction().name().toLowerCase(java.util.Locale.ROOT),
              at.ns(),
              at.device());
      case Breakpoint.AtRow at -> words.get("break.row", at.ns(), at.row().text());
      case Breakpoint.AtDrop drop -> words.get("break.drop");
      case Breakpoint.AtNat nat -> words.get("break.nat");
      case Breakpoint.AtFilter at -> words.get("break.filter", at.filter().text());
    };
  }
}
