#include "tools/showroom/design_lock.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace maatkast::show {
namespace {

constexpr int kTries = 10;  // a file that is saved over just now is another one each time

bool still_there(int file, const std::string& path) {
    struct stat locked{}, named{};
    return ::fstat(file, &locked) == 0 && ::stat(path.c_str(), &named) == 0 &&
           locked.st_ino == named.st_ino && locked.st_dev == named.st_dev;
}

}  // namespace

DesignLock DesignLock::take(const std::string& path) {
    DesignLock lock;
    for (int i = 0; i < kTries; ++i) {
        Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (!file.ok()) return lock;
        if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
            lock.elsewhere_ = errno == EWOULDBLOCK;
            return lock;
        }
        if (!still_there(file.number(), path)) continue;
        lock.file_ = std::move(file);
        return lock;
    }
    return lock;
}

}  // namespace maatkast::show
