package vethlab.shell.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.shell.FileException;
import vethlab.shell.Files;
import vethlab.shell.lang.Dates;
import vethlab.wire.Bytes;

/**
 * What Python's SimpleHTTPRequestHandler answers to a request: Lib/http/server.py of 3.11.
 *
 * @param log the lines it writes about it, after the caller's address
 */
record HttpAnswer(int code, List<String> log, Bytes head, Bytes body) {
  private static final String CRLF = "\r\n";
  private static final String BAD_SYNTAX = "Bad request syntax or unsupported method";
  private static final String UNSUPPORTED = "Server does not support this operation";
  private static final String NOT_FOUND = "Nothing matches the given URI";
  private static final String HTML = "text/html; charset=utf-8";

  /** Where the server stands: its files, the directory it shows, the time. */
  record Site(Files files, String root, long now) {}

  private record Request(Site site, String line, String method, String path) {}

  static HttpAnswer to(Site site, String requestLine) {
    String[] words = requestLine.trim().split("\\s+");
    if (words.length < 2) {
      Request bad = new Request(site, requestLine, "GET", "/");
      return error(bad, 400, "Bad request syntax ('" + requestLine + "')", BAD_SYNTAX);
    }
    Request request = new Request(site, requestLine, words[0], words[1]);
    if (!request.method.equals("GET") && !request.method.equals("HEAD")) {
      return error(request, 501, "Unsupported method ('" + request.method + "')", UNSUPPORTED);
    }
    return page(request);
  }

  private static HttpAnswer page(Request request) {
    Site site = request.site;
    String path = WebText.unquoted(request.path.replaceAll("[?#].*", ""));
    String file = site.files.absolute(site.root + "/" + path);
    if (site.files.isDirectory(file)) {
      if (!request.path.replaceAll("[?#].*", "").endsWith("/")) {
        String head = "Location: " + request.path + "/" + CRLF + "Content-Length: 0" + CRLF;
        return answer(request, 301, "Moved Permanently", head, new byte[0]);
      }
      Optional<String> index =
          java.util.stream.Stream.of("index.html", "index.htm")
              .map(name -> file + "/" + name)
              .filter(site.files::exists)
              .findFirst();
      return index.map(found -> file(request, found)).orElseGet(() -> listing(request, file, path));
    }
    return path.endsWith("/") || !site.files.exists(file)
        ? error(request, 404, "File not found", NOT_FOUND)
        : file(request, file);
  }

  private static HttpAnswer file(Request request, String file) {
    try {
      byte[] body = request.site.files.read(file).getBytes(StandardCharsets.UTF_8);
      String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      String head =
          header("Content-type", type(ending))
              + header("Content-Length", "" + body.length)
              + header("Last-Modified", date(request.site));
      return answer(request, 200, "OK", head, body);
    } catch (FileException e) {
      return error(request, 404, "File not found", NOT_FOUND);
    }
  }

  private static HttpAnswer listing(Request request, String directory, String path) {
    byte[] body =
        WebText.listing(request.site.files, directory, path).getBytes(StandardCharsets.UTF_8);
    String head = header("Content-type", HTML) + header("Content-Length", "" + body.length);
    return answer(request, 200, "OK", head, body);
  }

  private static HttpAnswer error(Request request, int code, String message, String explanation) {
    String page = WebText.errorPage(code, message, explanation);
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    String head =
        header("Connection", "close")
            + header("Content-Type", "text/html;charset=utf-8")
            + header("Content-Length", "" + body.length);
    HttpAnswer answer = answer(request, code, message, head, body);
    List<String> log = List.of("code " + code + ", message " + message, answer.log.getFirst());
    return new HttpAnswer(code, log, answer.head, answer.body);
  }

  private static HttpAnswer answer(
      Request request, int code, String reason, String headers, byte[] body) {
    String head =
        "HTTP/1.0 "
            + code
            + " "
            + reason
            + CRLF
            + header("Server", "SimpleHTTP/0.6 Python/3.11.2")
            + header("Date", date(request.site))
            + headers
            + CRLF;
    return new HttpAnswer(
        code,
        List.of("\"" + request.line + "\" " + code + " -"),
        Bytes.of(head.getBytes(StandardCharsets.ISO_8859_1)),
        request.method.equals("HEAD") ? Bytes.EMPTY : Bytes.of(body));
  }

  private static String header(String name, String value) {
    return name + ": " + value + CRLF;
  }

  private static String date(Site site) {
    return Dates.format("%a, %d %b %Y %H:%M:%S GMT", Dates.epochSeconds(site.now), 0);
  }

  /** By a file's ending: mimetypes of Python. */
  private static String type(String ending) {
    return switch (ending) {
      case "html", "htm" -> "text/html";
      case "txt", "c" -> "text/plain";
      case "css" -> "text/css";
      case "csv" -> "text/csv";
      case "js" -> "text/javascript";
      case "json" -> "application/json";
      case "xml" -> "text/xml";
      case "md" -> "text/markdown";
      case "py" -> "text/x-python";
      case "sh" -> "application/x-sh";
      case "png" -> "image/png";
      case "jpg" -> "image/jpeg";
      case "svg" -> "image/svg+xml";
      case "pdf" -> "application/pdf";
      case "gz" -> "application/gzip";
      default -> "application/octet-stream";
    };
  }
}
