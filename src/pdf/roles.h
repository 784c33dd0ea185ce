/* Roles: see role_type in pdf.h. */
#ifndef PDF_ROLES_H
#define PDF_ROLES_H

#include "pdf/buf.h"

/* "/RoleMap<<…>>": our types that PDF 1.7 does not know. */
void put_role_map(Buf *b);

#endif
