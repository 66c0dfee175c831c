"""Which network addresses a document may be fetched from: those of the public internet alone.

Judged is the address that a name led to, never the name: `http://2130706433/`, `http://0x7f.1/` and a name in
somebody's own DNS all lead to 127.0.0.1.
"""

import socket
import threading
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from sources.intake.found import Refused
from sources.intake.found import marked as _

# IANA's special-purpose registries (RFC 6890) and multicast, written out: Python's own lists differ by version.
NOT_PUBLIC_4 = [
    ip_network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carriers' own (CGNAT)
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and the clouds' metadata services
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
]
# Of IPv6 only 2000::/3 is handed out, and these parts of it lead elsewhere.
PUBLIC_6 = ip_network("2000::/3")
NOT_PUBLIC_6 = [
    ip_network(block)
    for block in (
        "2001::/23",  # protocol assignments, Teredo
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address inside
        "3fff::/20",  # documentation
    )
]
NAT64 = ip_network("64:ff9b::/96")  # A network without IPv4 sees all of it here (RFC 6052).


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is one of the public internet; an IPv4 address inside an IPv6 one is judged as itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address in NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        return address in PUBLIC_6 and not any(address in block for block in NOT_PUBLIC_6)
    return not any(address in block for block in NOT_PUBLIC_4)


def is_loopback(address: IPv4Address | IPv6Address) -> bool:
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def checked_addresses(host: str, port: int, *, seconds: float, allow_loopback: bool) -> list[str]:
    """The addresses of a host, in the resolver's order, each of which may be connected to.

    One that may not is enough to refuse the host: a name that answers with both kinds is up to something.
    Connect to these and do not ask again, or the answer may be another one (DNS rebinding). Raises Refused.
    """
    found = [ip_address(address.partition("%")[0]) for address in resolved(host, port, seconds)]
    for address in found:
        if not (is_public(address) or (allow_loopback and is_loopback(address))):
            raise Refused(
                _(
                    "'%(host)s' leads to %(address)s, which is no address of the public internet: nothing is fetched"
                    " from there. Save the document and take it as a file."
                ),
                host=host,
                address=str(address),
            )
    return [str(address) for address in found]


def resolved(host: str, port: int, seconds: float) -> list[str]:
    """Every address of a host. The system's resolver has no limit of time, so it is left behind after this one."""
    answer: list[str] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        answer.extend(dict.fromkeys(str(sockaddr[0]) for *_family, sockaddr in found))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if not answer:
        raise Refused(_("'%(host)s' is not found: compare the address with the one in your browser."), host=host)
    return list(answer)
