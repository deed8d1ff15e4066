// The benchmarks star and chain on ns-3, for a comparison in one run: compare star|chain.
// A frame counts each time a device receives it. Built and run by src/test/sh/bench-ns3.
#include <chrono>
#include <cstdio>
#include <cstring>
#include "ns3/applications-module.h"
#include "ns3/bridge-module.h"
#include "ns3/core-module.h"
#include "ns3/csma-module.h"
#include "ns3/internet-apps-module.h"
#include "ns3/internet-module.h"
#include "ns3/network-module.h"
#include "ns3/point-to-point-module.h"
using namespace ns3;

static uint64_t frames = 0;
static void received(Ptr<const Packet>) { frames++; }

static void count(NetDeviceContainer devices) {
  for (uint32_t i = 0; i < devices.GetN(); i++)
    devices.Get(i)->TraceConnectWithoutContext("PhyRxEnd", MakeCallback(&received));
}

static void ping(Ptr<Node> node, Ipv4Address to, Time interval, uint32_t times, Time start) {
  V4PingHelper helper(to);
  helper.SetAttribute("Interval", TimeValue(interval));
  ApplicationContainer app = helper.Install(node);
  app.Start(start);
  app.Stop(start + interval * times - NanoSeconds(1));
}

static void star(int hosts, int times) {
  NodeContainer nodes, bridge;
  nodes.Create(hosts);
  bridge.Create(1);
  CsmaHelper csma;
  csma.SetChannelAttribute("DataRate", StringValue("100Gbps"));
  csma.SetChannelAttribute("Delay", TimeValue(MicroSeconds(5)));
  NetDeviceContainer ends, ports;
  for (int i = 0; i < hosts; i++) {
    NetDeviceContainer link = csma.Install(NodeContainer(nodes.Get(i), bridge.Get(0)));
    ends.Add(link.Get(0));
    ports.Add(link.Get(1));
  }
  BridgeHelper().Install(bridge.Get(0), ports);
  InternetStackHelper().Install(nodes);
  Ipv4AddressHelper addresses("10.0.0.0", "255.0.0.0");
  Ipv4InterfaceContainer all = addresses.Assign(ends);
  count(ends);
  count(ports);
  for (int i = 0; i < hosts; i++)
    ping(nodes.Get(i), all.GetAddress((i + 1) % hosts), MilliSeconds(100), times, MilliSeconds(i));
}

static void chain(int routers, int times) {
  NodeContainer nodes;
  nodes.Create(routers + 2);
  InternetStackHelper().Install(nodes);
  CsmaHelper link;
  link.SetChannelAttribute("DataRate", StringValue("100Gbps"));
  link.SetChannelAttribute("Delay", TimeValue(MicroSeconds(5)));
  Ipv4InterfaceContainer last;
  for (int i = 0; i + 1 < routers + 2; i++) {
    NetDeviceContainer devices = link.Install(NodeContainer(nodes.Get(i), nodes.Get(i + 1)));
    char subnet[32];
    snprintf(subnet, sizeof subnet, "10.0.%d.0", i);
    last = Ipv4AddressHelper(subnet, "255.255.255.0").Assign(devices);
    count(devices);
  }
  Ipv4GlobalRoutingHelper::PopulateRoutingTables();
  ping(nodes.Get(0), last.GetAddress(1), MilliSeconds(1), times, Seconds(0));
}

int main(int argc, char** argv) {
  if (argc > 1 && !strcmp(argv[1], "chain")) chain(20, 20000);
  else star(1000, 20);
  auto start = std::chrono::steady_clock::now();
  Simulator::Run();
  double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  printf("{\"name\":\"ns3-%s\",\"value\":%.0f,\"unit\":\"frames/s\",\"frames\":%lu}\n", argc > 1 ? argv[1] : "star", frames / wall, frames);
}
