// The floor: N namespaces on a bridge with the best messages, in C. Prints build and tear-down in ms.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static char buf[1 << 20];
static int len, seq, last;

static double ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}
static void *put(const void *data, int size) {
  void *at = buf + len;
  memcpy(at, data, size);
  len += NLMSG_ALIGN(size);
  return at;
}
static struct nlmsghdr *begin(int type, int flags, const void *head, int size) {
  last = len;
  struct nlmsghdr h = {.nlmsg_type = type, .nlmsg_flags = NLM_F_REQUEST | flags, .nlmsg_seq = ++seq};
  put(&h, sizeof h);
  put(head, size);
  return (void *)(buf + last);
}
static int attr(int type, const void *data, int size) {
  int at = len;
  struct rtattr a = {.rta_type = type, .rta_len = RTA_LENGTH(size)};
  put(&a, sizeof a);
  if (size) put(data, size);
  return at;
}
static void u32(int type, unsigned v) { attr(type, &v, 4); }
static void text(int type, const char *s) { attr(type, s, strlen(s) + 1); }
static void end(int at) { ((struct rtattr *)(buf + at))->rta_len = len - at; }
static void done(void) { ((struct nlmsghdr *)(buf + last))->nlmsg_len = len - last; }
static int netlink(void) {
  int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE), big = 4 << 20;
  setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, &big, 4);
  setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &big, 4);
  return fd;
}
static void flush(int fd) {
  static char in[65536];
  if (!len) return;
  ((struct nlmsghdr *)(buf + last))->nlmsg_flags |= NLM_F_ACK;
  if (send(fd, buf, len, 0) < 0) { perror("send"); exit(1); }
  for (int acked = 0; !acked;) {
    int n = recv(fd, in, sizeof in, 0);
    for (struct nlmsghdr *h = (void *)in; NLMSG_OK(h, n); h = NLMSG_NEXT(h, n)) {
      struct nlmsgerr *e = NLMSG_DATA(h);
      if (e->error) { fprintf(stderr, "seq %d: %s\n", h->nlmsg_seq, strerror(-e->error)); exit(1); }
      acked |= (int)h->nlmsg_seq == seq;
    }
  }
  len = 0;
}
static void link_set(int index, unsigned flags) {
  struct ifinfomsg i = {.ifi_index = index, .ifi_flags = flags, .ifi_change = flags};
  begin(RTM_NEWLINK, 0, &i, sizeof i);
  done();
}
static void off(const char *path) {
  int fd = open(path, O_WRONLY);
  if (fd >= 0) { if (write(fd, "1\n", 2) < 0) perror(path); close(fd); }
}
static void ipv6_off(void) {
  off("/proc/sys/net/ipv6/conf/all/disable_ipv6");
  off("/proc/sys/net/ipv6/conf/default/disable_ipv6");
}
int main(int argc, char **argv) {
  int n = atoi(argv[1]), *ns = calloc(n, sizeof *ns), *fd = calloc(n, sizeof *fd);
  double t0 = ms();
  int home = open("/proc/thread-self/ns/net", O_RDONLY), host = netlink();
  ipv6_off();
  for (int i = 0; i < n; i++) {
    unshare(CLONE_NEWNET);
    ns[i] = open("/proc/thread-self/ns/net", O_RDONLY);
    fd[i] = netlink();
    ipv6_off();
  }
  setns(home, CLONE_NEWNET);
  int br = 2;
  struct ifinfomsg b = {.ifi_index = br};
  begin(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, &b, sizeof b);
  text(IFLA_IFNAME, "br0");
  int info = attr(IFLA_LINKINFO, "", 0);
  text(IFLA_INFO_KIND, "bridge");
  end(info);
  done();
  for (int i = 0; i < n; i++) {
    char name[16];
    snprintf(name, sizeof name, "v%d", i);
    struct ifinfomsg own = {.ifi_index = 3 + i, .ifi_flags = IFF_UP, .ifi_change = IFF_UP};
    begin(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, &own, sizeof own);
    u32(IFLA_MASTER, br);
    u32(IFLA_NUM_TX_QUEUES, 1);
    u32(IFLA_NUM_RX_QUEUES, 1);
    text(IFLA_IFNAME, name);
    int info = attr(IFLA_LINKINFO, "", 0);
    text(IFLA_INFO_KIND, "veth");
    int data = attr(IFLA_INFO_DATA, "", 0), peer = attr(VETH_INFO_PEER, "", 0);
    struct ifinfomsg there = {.ifi_index = 2};
    put(&there, sizeof there);
    u32(IFLA_NET_NS_FD, ns[i]);
    u32(IFLA_NUM_TX_QUEUES, 1);
    u32(IFLA_NUM_RX_QUEUES, 1);
    text(IFLA_IFNAME, "eth0");
    end(peer);
    end(data);
    end(info);
    done();
    if (len > 120000) flush(host);
  }
  flush(host);
  for (int i = 0; i < n; i++) {
    link_set(1, IFF_UP);
    struct ifaddrmsg a = {.ifa_family = AF_INET, .ifa_prefixlen = 16, .ifa_index = 2};
    begin(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, &a, sizeof a);
    unsigned ip = htonl(0x0a000000 + 256 * (1 + i / 250) + 1 + i % 250), gw = htonl(0x0a000001);
    attr(IFA_LOCAL, &ip, 4);
    attr(IFA_ADDRESS, &ip, 4);
    done();
    link_set(2, IFF_UP);
    struct rtmsg r = {.rtm_family = AF_INET, .rtm_table = RT_TABLE_MAIN, .rtm_protocol = RTPROT_BOOT,
                      .rtm_type = RTN_UNICAST};
    begin(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL, &r, sizeof r);
    attr(RTA_GATEWAY, &gw, 4);
    done();
    flush(fd[i]);
  }
  link_set(br, IFF_UP);
  flush(host);
  double t1 = ms();
  for (int i = 0; i < n; i++) { close(fd[i]); close(ns[i]); }
  struct ifinfomsg d = {.ifi_index = br};
  begin(RTM_DELLINK, 0, &d, sizeof d);
  done();
  flush(host);
  double t2 = ms();
  struct if_nameindex *all;
  int left;
  do {
    all = if_nameindex();
    for (left = 0; all[left].if_index; left++) {}
    if_freenameindex(all);
  } while (left > 1);
  printf("%.1f %.1f\n", t1 - t0, t2 - t1 + ms() - t2);
}
