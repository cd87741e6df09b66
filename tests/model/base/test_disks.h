#pragma once
// Disks that fail, and a disk that remembers what was done, so that every state can be made that a power
// failure may leave.

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>

#include "model/base/disk.h"

namespace maatkast::test {

/// Refuses the n-th call, counted from 0, or that and all later ones. A write that is refused writes half of
/// its bytes first.
class FailingDisk : public Disk {
  public:
    FailingDisk(int nth, bool for_ever, int error) : nth_(nth), for_ever_(for_ever), error_(error) {}

    int calls() const { return call_; }
    bool failed() const { return call_ > nth_; }
    void cure() { nth_ = 1 << 30; }

    int open(const std::string& path, int flags) override { return fails() ? -1 : Disk::open(path, flags); }
    ssize_t write(int file, std::span<const std::byte> bytes) override {
        if (!fails()) return Disk::write(file, bytes);
        const ssize_t half = Disk::write(file, bytes.first(bytes.size() / 2));
        errno = error_;
        return half > 0 && !told_ ? told_ = true, half : -1;
    }
    int sync(int file) override { return fails() ? -1 : Disk::sync(file); }
    int rename(const std::string& from, const std::string& to) override {
        return fails() ? -1 : Disk::rename(from, to);
    }
    int unlink(const std::string& path) override { return fails() ? -1 : Disk::unlink(path); }
    int make_folder(const std::string& path) override { return fails() ? -1 : Disk::make_folder(path); }

  private:
    bool fails() {
        const std::lock_guard lock(mutex_);
        const int call = call_++;
        if (for_ever_ ? call < nth_ : call != nth_) return false;
        errno = error_;
        return true;
    }

    std::mutex mutex_;
    int nth_, call_ = 0;
    bool for_ever_, told_ = false;
    int error_;
};

/// Carries everything out and writes it down.
class RecordingDisk : public Disk {
  public:
    struct Call {
        enum class Kind { create, write, sync_file, sync_folder, rename, unlink, make_folder } kind;
        std::string path, to;  ///< of create, sync, unlink, and from and to of rename
        int node = -1;         ///< of create, write and sync_file: which file, however it is called
        std::string bytes;     ///< of write
    };

    int open(const std::string& path, int flags) override {
        const bool there = std::filesystem::exists(path);
        const int file = Disk::open(path, flags);
        const std::lock_guard lock(mutex_);
        if (file < 0) return file;
        open_[file] = {path, (flags & O_DIRECTORY) != 0, there ? -1 : ++nodes_};
        if (!there) calls_.push_back({Call::Kind::create, path, "", nodes_});
        return file;
    }
    ssize_t write(int file, std::span<const std::byte> bytes) override {
        const std::lock_guard lock(mutex_);
        calls_.push_back({Call::Kind::write, "", "", open_.at(file).node,
                          std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())});
        return Disk::write(file, bytes);
    }
    int sync(int file) override {
        const std::lock_guard lock(mutex_);
        const Open& at = open_.at(file);
        calls_.push_back({at.folder ? Call::Kind::sync_folder : Call::Kind::sync_file, at.path, "", at.node});
        return 0;  // the power fails in the test only
    }
    int rename(const std::string& from, const std::string& to) override {
        const std::lock_guard lock(mutex_);
        calls_.push_back({Call::Kind::rename, from, to});
        return Disk::rename(from, to);
    }
    int unlink(const std::string& path) override {
        const std::lock_guard lock(mutex_);
        calls_.push_back({Call::Kind::unlink, path});
        return Disk::unlink(path);
    }
    int make_folder(const std::string& path) override {
        const std::lock_guard lock(mutex_);
        calls_.push_back({Call::Kind::make_folder, path});
        return Disk::make_folder(path);
    }

    std::vector<Call> calls() const {
        const std::lock_guard lock(mutex_);
        return calls_;
    }

  private:
    struct Open {
        std::string path;
        bool folder = false;
        int node = -1;
    };
    mutable std::mutex mutex_;
    std::map<int, Open> open_;
    std::vector<Call> calls_;
    int nodes_ = 0;
};

/// What a disk may hold after a power failure: content by path.
using DiskState = std::map<std::string, std::string>;

/// Every state after these calls, from this state on. A write that was not synced is there, is not, is there
/// for its first half, or has its length and nothing but zeros; each by itself. A name that was made, moved
/// or removed since its folder was synced is so or is not, each by itself.
inline std::set<DiskState> states_after(const DiskState& before, std::span<const RecordingDisk::Call> calls) {
    using Kind = RecordingDisk::Call::Kind;
    const auto folder_of = [](const std::string& path) {
        return std::filesystem::path(path).parent_path().string();
    };
    // For each call: whether a later sync made it last.
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const auto& call = calls[i];
        bool lasts = call.kind == Kind::sync_file || call.kind == Kind::sync_folder;
        for (std::size_t j = i + 1; j < calls.size() && !lasts; ++j) {
            const auto& later = calls[j];
            if (call.kind == Kind::write)
                lasts = later.kind == Kind::sync_file && later.node == call.node;
            else
                lasts = later.kind == Kind::sync_folder && later.path == folder_of(call.path);
        }
        if (!lasts) open.push_back(i);
    }
    std::set<DiskState> states;
    std::vector<int> choice(calls.size(), 0);  // 0: as it should be
    const std::function<void(std::size_t)> choose = [&](std::size_t at) {
        if (at < open.size()) {
            const int most = calls[open[at]].kind == Kind::write ? 4 : 2;
            for (int c = 0; c < most; ++c) {
                choice[open[at]] = c;
                choose(at + 1);
            }
            choice[open[at]] = 0;
            return;
        }
        std::map<std::string, int> names;
        std::map<int, std::string> content;
        int node = -2;
        for (const auto& [path, text] : before) {
            content[node] = text;
            names[path] = node--;
        }
        std::map<std::string, int> meant = names;  // as the program sees it
        for (std::size_t i = 0; i < calls.size(); ++i) {
            const auto& call = calls[i];
            const int c = choice[i];
            if (call.kind == Kind::write) {
                std::string& text = content[call.node];
                if (c == 0) text += call.bytes;
                if (c == 2) text += call.bytes.substr(0, call.bytes.size() / 2);
                if (c == 3) text += std::string(call.bytes.size(), '\0');
            } else if (call.kind == Kind::create) {
                meant[call.path] = call.node;
                if (c == 0) names[call.path] = call.node;
            } else if (call.kind == Kind::unlink) {
                meant.erase(call.path);
                if (c == 0) names.erase(call.path);
            } else if (call.kind == Kind::rename) {
                const int moved = meant.at(call.path);
                meant.erase(call.path);
                meant[call.to] = moved;
                if (c == 0) {
                    names.erase(call.path);
                    names[call.to] = moved;
                }
            }
        }
        DiskState state;
        for (const auto& [path, of] : names) state[path] = content[of];
        states.insert(std::move(state));
    };
    choose(0);
    return states;
}

}  // namespace maatkast::test
