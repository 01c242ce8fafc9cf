import CCurl
import Glibc

/// What handles of curl are set up with.
enum EasyOption {
    /// Sets `option` on `handle`; gives the lists that must live as long as the handle, and are then to be freed.
    @discardableResult
    static func set(
        _ option: TransferPlan.Option, on handle: UnsafeMutableRawPointer
    ) -> [UnsafeMutablePointer<curl_slist>] {
        switch option {
        case .number(let option, let value):
            _ = utkik_curl_set_number(handle, option, value)
        case .text(let option, let value):
            _ = utkik_curl_set_text(handle, option, value)
        case .lines(let option, let lines):
            var list: UnsafeMutablePointer<curl_slist>?
            for line in lines {
                let bytes = line.unicodeScalars.map { CChar(truncatingIfNeeded: $0.value) } + [0]
                list = curl_slist_append(list, bytes) ?? list
            }
            _ = utkik_curl_set_list(handle, option, list)
            return list.map { [$0] } ?? []
        }
        return []
    }

    /// Opens a socket for a connection to `address`; no program that is started later inherits it.
    static func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
            address.pointee.protocol)
    }
}
