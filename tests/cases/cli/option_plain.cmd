fonts --verify=yes
