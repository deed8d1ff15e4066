package vethlab.cli;

import picocli.CommandLine.IVersionProvider;

/** The version the jar's manifest names. */
final class Version implements IVersionProvider {
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "vethlab " + (version == null ? "(development)" : version);
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
