package vethlab.op.iptables;

/**
 * What every rule can ask of the IP header and the devices: struct ipt_ip.
 *
 * @param in name of the device it came in by; a {@code +} at the end stands for any rest, an empty
 *     name for any device
 * @param protocol IPPROTO_ number, 0 for all
 */
public record IpMatch(
    Is<AddressMask> source,
    Is<AddressMask> destination,
    Is<String> in,
    Is<String> out,
    Is<Integer> protocol,
    Fragment fragment) {

  /** {@code -f}: second and further fragments, {@code ! -f}: first ones and whole packets. */
  public enum Fragment {
    ANY,
    FURTHER,
    FIRST
  }

  public static final IpMatch ANY =
      new IpMatch(
          Is.equal(AddressMask.ANY),
          Is.equal(AddressMask.ANY),
          Is.equal(""),
          Is.equal(""),
          Is.equal(0),
          Fragment.ANY);

  public IpMatch {
    in = withoutPlus(in);
    out = withoutPlus(out);
  }

  /** A lone plus matches every name, as no name does. */
  private static Is<String> withoutPlus(Is<String> name) {
    return name.value().equals("+") && !name.not() ? Is.equal("") : name;
  }

  public IpMatch addresses(AddressMask source, AddressMask destination) {
    return new IpMatch(
        new Is<>(source, this.source.not()),
        new Is<>(destination, this.destination.not()),
        in,
        out,
        protocol,
        fragment);
  }

  /** As iptables -S prints it, each part with a leading space. */
  String text() {
    StringBuilder text = new StringBuilder();
    address(text, source, "-s");
    address(text, destination, "-d");
    name(text, in, "-i");
    name(text, out, "-o");
    if (protocol.value() != 0) {
      text.append(protocol.bang()).append(" -p ").append(Protocols.name(protocol.value()));
    }
    return text.append(
            switch (fragment) {
              case ANY -> "";
              case FURTHER -> " -f";
              case FIRST -> " ! -f";
            })
        .toString();
  }

  private static void address(StringBuilder text, Is<AddressMask> address, String option) {
    if (address.not() || !address.value().equals(AddressMask.ANY)) {
      text.append(address.bang()).append(' ').append(option).append(' ').append(address.value());
    }
  }

  private static void name(StringBuilder text, Is<String> name, String option) {
    if (!name.value().isEmpty()) {
      text.append(name.bang()).append(' ').append(option).append(' ').append(name.value());
    }
  }
}
