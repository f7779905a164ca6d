"""Shows in open readers what others do, within a second and with one connection a process."""
