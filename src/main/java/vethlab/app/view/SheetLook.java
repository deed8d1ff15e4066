package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import vethlab.app.inspect.Sheet;

/** What of a sheet is seen, to tell whether it looks any different. */
record SheetLook(String name, String state, List<Object> parts) {
  static SheetLook of(Sheet sheet) {
    List<Object> parts = new ArrayList<>();
    for (Sheet.Page page : sheet.pages()) {
      parts.add(page.id());
      for (Sheet.Part part : page.parts()) {
        switch (part) {
          case Sheet.Facts facts -> facts.facts().forEach(f -> parts.add(f.value() + f.note()));
          case Sheet.Rows rows -> {
            parts.add(rows.id());
            rows.setting().ifPresent(f -> parts.add(f.value()));
            rows.lines().forEach(line -> parts.add(line.cells()));
          }
          case Sheet.Text text -> parts.add(text.text());
        }
      }
    }
    return new SheetLook(sheet.ns() + "/" + sheet.name(), sheet.state(), parts);
  }
}
