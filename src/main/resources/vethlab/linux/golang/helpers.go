
// The namespaces this program works in, each with a netlink socket of its own.
var (
	namespaces = map[string]netns.NsHandle{}
	handles    = map[string]*netlink.Handle{}
)

// do ends the program where a call has failed, with the command that it stands for.
func do(command string, err error) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", command, err)
		os.Exit(1)
	}
}

// namespace opens a namespace by its name; "host" is the one the program was started in.
func namespace(name string) netns.NsHandle {
	ns, known := namespaces[name]
	if !known {
		var err error
		ns, err = netns.GetFromName(name)
		do("open namespace "+name, err)
		namespaces[name] = ns
	}
	return ns
}

func fd(name string) int {
	return int(namespace(name))
}

// at gives the netlink socket of a namespace.
func at(name string) *netlink.Handle {
	handle, known := handles[name]
	if !known {
		var err error
		handle, err = netlink.NewHandleAt(namespace(name))
		do("open netlink in "+name, err)
		handles[name] = handle
	}
	return handle
}

// newNamespace makes a namespace as "ip netns add" does. The library leaves the thread inside it.
func newNamespace(name string) error {
	ns, err := netns.NewNamed(name)
	if err != nil {
		return err
	}
	namespaces[name] = ns
	return netns.Set(namespaces["host"])
}

func link(name string, device string) netlink.Link {
	found, err := at(name).LinkByName(device)
	do("find "+device+" in "+name, err)
	return found
}

// inside does what is not netlink's, with the thread in a namespace.
func inside(name string, what func() error) error {
	if err := netns.Set(namespace(name)); err != nil {
		return err
	}
	err := what()
	if back := netns.Set(namespaces["host"]); err == nil {
		err = back
	}
	return err
}

func sysctl(name string, key string, value string) error {
	return inside(name, func() error {
		return os.WriteFile("/proc/sys/"+key, []byte(value+"\n"), 0)
	})
}

func run(name string, input string, command ...string) error {
	return inside(name, func() error {
		process := exec.Command(command[0], command[1:]...)
		process.Stdin = strings.NewReader(input)
		process.Stderr = os.Stderr
		return process.Run()
	})
}

func rule(set func(r *netlink.Rule)) *netlink.Rule {
	r := netlink.NewRule()
	set(r)
	return r
}

// address keeps the host's bits; cidr cuts them off.
func address(text string) *net.IPNet {
	ip, network, err := net.ParseCIDR(text)
	do("read "+text, err)
	return &net.IPNet{IP: ip, Mask: network.Mask}
}

func cidr(text string) *net.IPNet {
	_, network, err := net.ParseCIDR(text)
	do("read "+text, err)
	return network
}

func mac(text string) net.HardwareAddr {
	parsed, err := net.ParseMAC(text)
	do("read "+text, err)
	return parsed
}

// Not every lab needs all of them.
var _ = []interface{}{sysctl, run, rule, address, cidr, mac, unix.AF_INET}
