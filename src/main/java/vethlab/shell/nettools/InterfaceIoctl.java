package vethlab.shell.nettools;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.view.AddrView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * The SIOCSIF ioctls of one interface or alias as changes to addresses and links.
 *
 * <p>Mirrors devinet_ioctl in net/ipv4/devinet.c: an address that changes is deleted and added
 * again. An answer is the error, or empty.
 */
record InterfaceIoctl(Tool tool, String name) {

  private Optional<Interface> found() {
    return Interface.find(tool, name);
  }

  private Optional<AddrView> current() {
    return found().flatMap(Interface::address);
  }

  private boolean broadcasts() {
    return found().filter(i -> i.has(LinkFlags.BROADCAST)).isPresent();
  }

  private Optional<Errno> apply(Op op) {
    return tool.apply(op).map(Result.Refused::errno);
  }

  /** Changes the link itself, whatever alias is named. */
  Optional<Errno> change(LinkChange change) {
    if (found().isEmpty()) {
      return Optional.of(Errno.ENODEV);
    }
    return apply(new Op.LinkSet(tool.ns(), Interface.device(name), List.of(change)));
  }

  /** Taking an alias down takes its address away; an alias that is not there has no flags. */
  Optional<Errno> flag(LinkChange change) {
    if (!name.contains(":")) {
      return change(change);
    }
    if (current().isEmpty()) {
      return Optional.of(Errno.EADDRNOTAVAIL);
    }
    return change instanceof LinkChange.Down ? delete(current().get()) : Optional.empty();
  }

  Optional<Errno> address(Ip4 ip) {
    OptionalInt length = Inet.classLength(ip);
    if (length.isEmpty()) {
      return Optional.of(Errno.EINVAL);
    }
    if (found().isEmpty()) {
      return Optional.of(Errno.ENODEV);
    }
    Optional<AddrView> old = current();
    if (old.isPresent()) {
      if (old.get().local().address().equals(ip)) {
        return Optional.empty();
      }
      delete(old.get());
    }
    if (ip.isAny()) {
      return Optional.empty();
    }
    boolean pointToPoint = found().filter(i -> i.has(LinkFlags.POINTOPOINT)).isPresent();
    Prefix local = new Prefix(ip, pointToPoint ? 32 : length.getAsInt());
    Optional<Ip4> broadcast =
        !pointToPoint && broadcasts() && local.length() < 31
            ? Optional.of(local.broadcast())
            : Optional.empty();
    int scope = ip.isLoopback() ? Route.SCOPE_HOST : Route.SCOPE_GLOBAL;
    return add(local, Optional.empty(), broadcast, scope);
  }

  Optional<Errno> netmask(Ip4 mask) {
    Optional<AddrView> old = current();
    if (old.isEmpty()) {
      return missing();
    }
    OptionalInt length = Prefix.lengthOfMask(mask);
    if (length.isEmpty()) {
      return Optional.of(Errno.EINVAL);
    }
    AddrView a = old.get();
    Prefix local = new Prefix(a.local().address(), length.getAsInt());
    if (local.equals(a.local())) {
      return Optional.empty();
    }
    Optional<Ip4> usual = Optional.of(a.local().broadcast());
    boolean follows = broadcasts() && local.length() < 31 && a.broadcast().equals(usual);
    delete(a);
    return add(
        local, a.peer(), follows ? Optional.of(local.broadcast()) : a.broadcast(), a.scope());
  }

  Optional<Errno> broadcast(Ip4 broadcast) {
    Optional<AddrView> old = current();
    if (old.isEmpty()) {
      return missing();
    }
    AddrView a = old.get();
    Optional<Ip4> wanted = Optional.of(broadcast).filter(ip -> !ip.isAny());
    if (a.broadcast().equals(wanted)) {
      return Optional.empty();
    }
    delete(a);
    return add(a.local(), a.peer(), wanted, a.scope());
  }

  Optional<Errno> destination(Ip4 peer) {
    Optional<AddrView> old = current();
    if (old.isEmpty()) {
      return missing();
    }
    AddrView a = old.get();
    if (Inet.classLength(peer).isEmpty()) {
      return Optional.of(Errno.EINVAL);
    }
    if (a.peer().orElse(a.local().address()).equals(peer)) {
      return Optional.empty();
    }
    delete(a);
    return add(
        a.local(),
        Optional.of(peer).filter(p -> !p.equals(a.local().address())),
        a.broadcast(),
        a.scope());
  }

  private Optional<Errno> missing() {
    return Optional.of(found().isEmpty() ? Errno.ENODEV : Errno.EADDRNOTAVAIL);
  }

  private Optional<Errno> delete(AddrView a) {
    return apply(
        new Op.AddrDel(
            tool.ns(),
            a.dev(),
            a.local(),
            a.peer().or(() -> Optional.of(a.local().address())),
            a.label()));
  }

  private Optional<Errno> add(
      Prefix local, Optional<Ip4> peer, Optional<Ip4> broadcast, int scope) {
    return apply(
        new Op.AddrAdd(
            tool.ns(),
            Interface.device(name),
            local,
            peer,
            broadcast,
            scope,
            name,
            Op.AddrVerb.ADD,
            Op.AddrAdd.FOREVER,
            Op.AddrAdd.FOREVER,
            false,
            0));
  }
}
