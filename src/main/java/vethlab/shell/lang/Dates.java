package vethlab.shell.lang;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** The simulated machine's calendar: virtual time 0 is the beginning of 2024, UTC. */
public final class Dates {
  private static final long BOOT = 1_704_067_200;
  private static final long NANOS = 1_000_000_000;
  private static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private Dates() {}

  /** Seconds since 1970 at a virtual time in nanoseconds. */
  public static long epochSeconds(long now) {
    return BOOT + now / NANOS;
  }

  /** strftime(3) with date's additions; a field that is not known stays as it is. */
  public static String format(String format, long seconds, long nanos) {
    ZonedDateTime time = java.time.Instant.ofEpochSecond(seconds, nanos).atZone(ZoneOffset.UTC);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
        continue;
      }
      int end = i + 1;
      while (end + 1 < format.length() && "-_0123456789:".indexOf(format.charAt(end)) >= 0) {
        end++;
      }
      String modifier = format.substring(i + 1, end);
      String text = field(format.charAt(end), time, seconds, nanos, modifier);
      out.append(modifier.equals("-") ? text.replaceFirst("^0+(?=\\d)", "") : text);
      i = end;
    }
    return out.toString();
  }

  private static String two(int n) {
    return String.format(Locale.ROOT, "%02d", n);
  }

  private static String field(char c, ZonedDateTime t, long seconds, long nanos, String modifier) {
    String day = DAYS[t.getDayOfWeek().getValue() % 7];
    String month = MONTHS[t.getMonthValue() - 1];
    return switch (c) {
      case 'Y' -> "" + t.getYear();
      case 'y' -> two(t.getYear() % 100);
      case 'm' -> two(t.getMonthValue());
      case 'd' -> two(t.getDayOfMonth());
      case 'e' -> String.format(Locale.ROOT, "%2d", t.getDayOfMonth());
      case 'H' -> two(t.getHour());
      case 'I' -> two((t.getHour() + 11) % 12 + 1);
      case 'M' -> two(t.getMinute());
      case 'S' -> two(t.getSecond());
      case 'p' -> t.getHour() < 12 ? "AM" : "PM";
      case 'N' -> fraction(nanos, modifier);
      case 's' -> "" + seconds;
      case 'F' -> format("%Y-%m-%d", seconds, nanos);
      case 'T' -> format("%H:%M:%S", seconds, nanos);
      case 'R' -> format("%H:%M", seconds, nanos);
      case 'D', 'x' -> format("%m/%d/%y", seconds, nanos);
      case 'X' -> format("%H:%M:%S", seconds, nanos);
      case 'c' -> format("%a %b %e %H:%M:%S %Y", seconds, nanos);
      case 'a' -> day.substring(0, 3);
      case 'A' -> day;
      case 'b', 'h' -> month.substring(0, 3);
      case 'B' -> month;
      case 'j' -> String.format(Locale.ROOT, "%03d", t.getDayOfYear());
      case 'u' -> "" + t.getDayOfWeek().getValue();
      case 'w' -> "" + t.getDayOfWeek().getValue() % 7;
      case 'V' -> two(t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'q' -> "" + ((t.get(ChronoField.MONTH_OF_YEAR) - 1) / 3 + 1);
      case 'Z' -> "UTC";
      case 'z' -> modifier.contains(":") ? "+00:00" : "+0000";
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      default -> "%" + c;
    };
  }

  private static String fraction(long nanos, String width) {
    String all = String.format(Locale.ROOT, "%09d", nanos);
    return width.matches("[1-9]") ? all.substring(0, Integer.parseInt(width)) : all;
  }
}
