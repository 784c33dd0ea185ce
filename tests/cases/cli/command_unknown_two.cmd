text braeks
