package vethlab.cli.grading;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vethlab.lab.check.CheckSentences;
import vethlab.lab.check.LabTest.Asked;
import vethlab.lab.check.LabTest.Report;
import vethlab.lab.check.Outcome;
import vethlab.lab.yaml.Problem;

/** As JUnit writes its results, which CI servers show: a suite a lab, a case a check. */
public final class JunitReport {
  private final CheckSentences sentences;

  public JunitReport(CheckSentences sentences) {
    this.sentences = sentences;
  }

  public void write(List<Report> reports, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument();
      xml.writeStartElement("testsuites");
      for (Report report : reports) {
        suite(xml, report);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void suite(XMLStreamWriter xml, Report report) throws XMLStreamException {
    int cases = report.isInvalid() ? 1 : report.asked().size();
    long failures = report.isInvalid() ? 0 : cases - report.passed();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", report.lab());
    xml.writeAttribute("tests", Integer.toString(cases));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", report.isInvalid() ? "1" : "0");
    if (report.isInvalid()) {
      String why =
          report.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
      result(xml, report, "lab", "error", why);
    }
    for (Asked each : report.asked()) {
      result(xml, report, each);
    }
    xml.writeEndElement();
  }

  private void result(XMLStreamWriter xml, Report report, Asked asked) throws XMLStreamException {
    String why =
        asked.outcome() instanceof Outcome.Fails fails
            ? fails.seen().stream().map(sentences::text).collect(Collectors.joining("\n"))
            : "";
    result(xml, report, asked.check().id(), "failure", why);
  }

  private static void result(
      XMLStreamWriter xml, Report report, String name, String kind, String why)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", report.lab());
    xml.writeAttribute("name", name);
    if (!why.isEmpty()) {
      xml.writeStartElement(kind);
      xml.writeAttribute("message", why.lines().findFirst().orElse(""));
      xml.writeCharacters(why);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
