package bad.OverPackageSpace;

class Deep {}
