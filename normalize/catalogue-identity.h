#ifndef JUE_CATALOGUE_IDENTITY_H
#define JUE_CATALOGUE_IDENTITY_H

#include "normalize/catalogue-reader.h"
#include "normalize/identity.h"

/* Identities in the catalogue, for catalogue-load.c and catalogue-read.c only. */

void jue_identity_free (JueIdentity *self);

/** jue_reader_identities: the whole of an <identities>. */
gboolean jue_reader_identities (JueCatalogueReader *self, const JueNode *root);

#endif
