package vethlab.sim.neigh;

import vethlab.op.NudState;
import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.AddressType;
import vethlab.sim.fib.Flow;
import vethlab.sim.fib.InputRoute;
import vethlab.sim.fib.RouteDecision;
import vethlab.sim.fib.RouteInput;
import vethlab.sim.fib.RouteOutput;
import vethlab.sim.ipv4.AddressChoice;
import vethlab.sim.ipv4.Conf;
import vethlab.sim.ipv4.Ipv4Conf;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Arp;
import vethlab.wire.Ip4;

/** ARP comes in: arp.c arp_rcv, arp_process. Not modelled: netfilter's ARP hooks. */
public final class ArpInput {
  private ArpInput() {}

  /** {@link Stage#ARP}. */
  public static Stage receive(World world, Skb skb) {
    NetDevice dev = world.device(skb.dev);
    if (skb.has(Skb.OTHERHOST) || !dev.usesArp()) {
      return world.drop(skb, DropReason.OTHERHOST, "arp_rcv", "arp.other-host");
    }
    Netns netns = world.netns(skb.netns);
    if (!(skb.frame.payload() instanceof Arp arp) || isBad(netns, dev, arp)) {
      return world.drop(skb, DropReason.NOT_SPECIFIED, "arp_process", "arp.bad");
    }
    if (arp.op() == Arp.REQUEST) {
      if (isNobodysBusiness(netns, dev, arp)) {
        return world.drop(skb, DropReason.NOT_SPECIFIED, "arp_process", "arp.not-mine", arp.tpa());
      }
      if (arp.spa().isAny()) {
        return probe(world, netns, skb, dev, arp);
      }
      if (question(world, netns, skb, dev, arp)) {
        return Stage.DONE;
      }
    }
    return learn(world, netns, skb, dev, arp);
  }

  private static boolean isBad(Netns netns, NetDevice dev, Arp arp) {
    return (arp.op() != Arp.REQUEST && arp.op() != Arp.REPLY)
        || arp.tpa().isMulticast()
        || (arp.tpa().isLoopback() && !Conf.or(netns, dev, Ipv4Conf.ROUTE_LOCALNET))
        || (arp.spa().equals(arp.tpa()) && Conf.or(netns, dev, Ipv4Conf.DROP_GRATUITOUS_ARP));
  }

  /** Most questions of a flood are for others, from strangers: nothing could come of them. */
  private static boolean isNobodysBusiness(Netns netns, NetDevice dev, Arp arp) {
    return !Conf.forwards(dev)
        && !arp.spa().equals(arp.tpa())
        && Conf.max(netns, dev, Ipv4Conf.ARP_ACCEPT) == 0
        && netns.neighbours.find(dev.id, arp.spa().bits()) == NeighTable.NONE
        && AddressType.isPlainlyForeign(netns, arp.tpa().bits());
  }

  /** Is the address taken? asks one that has none yet (RFC 2131). */
  private static Stage probe(World world, Netns netns, Skb skb, NetDevice dev, Arp arp) {
    boolean mine =
        AddressType.seenFrom(world, netns, dev, arp.tpa().bits()) == RouteType.LOCAL
            && !ignores(world, netns, dev, arp);
    if (mine) {
      ArpSend.reply(world, dev, arp.tpa(), arp.sha(), arp.spa());
    }
    return told(world, skb, mine ? "arp.answered" : "arp.not-mine", arp);
  }

  /** Whether the question has been dealt with: answered, or deliberately not. */
  private static boolean question(World world, Netns netns, Skb skb, NetDevice dev, Arp arp) {
    Flow flow = Flow.to(arp.tpa().bits());
    flow.src = arp.spa().bits();
    flow.iif = dev.id;
    flow.mark = skb.mark;
    InputRoute route = RouteInput.route(world, netns, flow, RouteInput.Asker.ARP);
    if (!(route instanceof RouteDecision decision)) {
      if (world.tracing() && route instanceof InputRoute.Martian martian) {
        world.trace().passed(skb, "arp_process", martian.why(), arp.spa(), arp.tpa(), dev.name);
      }
      return false;
    }
    if (decision.isLocal()) {
      answer(world, netns, skb, dev, arp);
      return true;
    }
    boolean proxied =
        Conf.forwards(dev)
            && decision.type() == RouteType.UNICAST
            && isProxied(world, netns, dev, decision, arp);
    if (proxied) {
      hearRequest(world, netns, dev, arp);
      ProxyArp.answer(world, netns, skb, dev, arp);
      told(world, skb, "arp.proxied", arp);
    }
    return proxied;
  }

  private static void answer(World world, Netns netns, Skb skb, NetDevice dev, Arp arp) {
    boolean filtered =
        Conf.or(netns, dev, Ipv4Conf.ARP_FILTER) && leavesElsewhere(world, netns, dev, arp);
    if (ignores(world, netns, dev, arp)) {
      told(world, skb, "arp.ignored", arp);
    } else if (filtered) {
      told(world, skb, "arp.filtered", arp);
    } else if (hearRequest(world, netns, dev, arp)) {
      ArpSend.reply(world, dev, arp.tpa(), arp.sha(), arp.spa());
      told(world, skb, "arp.answered", arp);
    }
  }

  /** neigh_event_ns: who asks is a neighbour too. */
  private static boolean hearRequest(World world, Netns netns, NetDevice dev, Arp arp) {
    Neighbour entry = netns.neighbours.find(dev.id, arp.spa().bits());
    if (entry == NeighTable.NONE) {
      entry = NeighMachine.create(world, netns, dev, arp.spa());
    }
    if (entry == NeighTable.NONE) {
      return false;
    }
    NeighMachine.heard(
        world, netns, dev, entry, arp.sha(), NudState.STALE, NeighMachine.Claim.OVERRIDES);
    return true;
  }

  /** arp_ignore. */
  private static boolean ignores(World world, Netns netns, NetDevice dev, Arp arp) {
    Ip4 target = arp.tpa();
    return switch (Conf.max(netns, dev, Ipv4Conf.ARP_IGNORE)) {
      case 1 -> !AddressChoice.confirm(netns, dev, Ip4.ANY, target, Route.SCOPE_HOST);
      case 2 -> !AddressChoice.confirm(netns, dev, arp.spa(), target, Route.SCOPE_HOST);
      case 3 -> !AddressChoice.confirmAnywhere(world, netns, Ip4.ANY, target, Route.SCOPE_LINK);
      case 8 -> true;
      default -> false;
    };
  }

  /** arp_filter: would the answer to the asker leave by another device? */
  private static boolean leavesElsewhere(World world, Netns netns, NetDevice dev, Arp arp) {
    Flow flow = Flow.to(arp.spa().bits());
    flow.src = arp.tpa().bits();
    return !(RouteOutput.route(world, netns, flow) instanceof RouteOutput.Answer.Ok ok)
        || ok.route().outDev() != dev.id;
  }

  private static boolean isProxied(
      World world, Netns netns, NetDevice dev, RouteDecision route, Arp arp) {
    if (route.outDev() == dev.id) {
      return !arp.spa().equals(arp.tpa()) && Conf.or(netns, dev, Ipv4Conf.PROXY_ARP_PVLAN);
    }
    return ProxyArp.isOn(world, netns, dev, route)
        || netns.neighbours.isProxied(dev.id, arp.tpa().bits());
  }

  /** The end of arp_process: what it says about its sender. */
  private static Stage learn(World world, Netns netns, Skb skb, NetDevice dev, Arp arp) {
    Neighbour entry = netns.neighbours.find(dev.id, arp.spa().bits());
    boolean accepts = accepts(netns, dev, arp.spa());
    if (entry == NeighTable.NONE && !accepts) {
      return told(world, skb, "arp.stranger", arp);
    }
    boolean gratuitous = isGratuitous(world, netns, dev, arp);
    if (entry == NeighTable.NONE) {
      boolean reply =
          arp.op() == Arp.REPLY
              && AddressType.seenFrom(world, netns, dev, arp.spa().bits()) == RouteType.UNICAST;
      if (!gratuitous && !reply) {
        return told(world, skb, "arp.stranger", arp);
      }
      entry = NeighMachine.create(world, netns, dev, arp.spa());
      if (entry == NeighTable.NONE) {
        return told(world, skb, "neigh.table-full", arp);
      }
    }
    long locked = NeighParms.of(dev.ipv4.neigh, NeighParms.LOCKTIME) * 10_000_000L;
    boolean override = gratuitous || world.now() > entry.updated + locked;
    boolean sure = arp.op() == Arp.REPLY && !skb.has(Skb.GROUP_ADDRESSED);
    NeighMachine.heard(
        world,
        netns,
        dev,
        entry,
        arp.sha(),
        sure ? NudState.REACHABLE : NudState.STALE,
        override ? NeighMachine.Claim.OVERRIDES : NeighMachine.Claim.YIELDS);
    return told(world, skb, outcome(entry, arp), arp);
  }

  private static String outcome(Neighbour entry, Arp arp) {
    if (entry.mac.equals(arp.sha())) {
      return "arp.learned";
    }
    return entry.state == NudState.PERMANENT ? "arp.permanent" : "arp.kept";
  }

  /** arp_accept: 1 takes entries from anybody, 2 from the link's own subnets. */
  private static boolean accepts(Netns netns, NetDevice dev, Ip4 sender) {
    return switch (Conf.max(netns, dev, Ipv4Conf.ARP_ACCEPT)) {
      case 0 -> false;
      case 2 -> AddressChoice.confirm(netns, dev, sender, Ip4.ANY, Route.SCOPE_LINK);
      default -> true;
    };
  }

  /** arp_is_garp. */
  private static boolean isGratuitous(World world, Netns netns, NetDevice dev, Arp arp) {
    boolean says =
        arp.spa().equals(arp.tpa()) && (arp.op() == Arp.REQUEST || arp.tha().equals(arp.sha()));
    return says && AddressType.seenFrom(world, netns, dev, arp.spa().bits()) == RouteType.UNICAST;
  }

  private static Stage told(World world, Skb skb, String why, Arp arp) {
    if (world.tracing()) {
      Verdict verdict =
          why.equals("arp.answered") || why.equals("arp.proxied")
              ? new Verdict.Answered("ARP reply")
              : Verdict.CONSUMED;
      world.trace().verdict(skb, verdict, "arp_process", why, arp.tpa(), arp.spa(), arp.sha());
    }
    return Stage.DONE;
  }
}
