package vethlab.linux.netlink;

/** An attribute of a netlink message: its number in its space, and what its value looks like. */
public interface Attr {
  int number();

  Format format();

  /** The space of the attributes inside; {@code Attr.class} where there are none. */
  default Class<? extends Attr> inner() {
    return Attr.class;
  }

  /** The name in the kernel's headers. */
  String label();
}
