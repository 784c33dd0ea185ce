/* hanji: CSV tables and one layout to briefing books. */
#include "cli/cli.h"

int main(int argc, char **argv)
{
    return cli_main(argc, argv);
}
