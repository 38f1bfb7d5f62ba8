internal import Glibc
internal import Host

exit(Program.main())
